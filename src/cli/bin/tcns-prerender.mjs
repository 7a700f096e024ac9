#!/usr/bin/env node
/** `npx tcns-prerender PAGE…`: puts the figures of a page's tags into its HTML (src/cli/prerender.ts). */
import { argv } from 'node:process';
import { runTool } from './tcns-run.mjs';

await runTool('tcns-prerender', 'prerender', argv.slice(2));
