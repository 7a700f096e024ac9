#!/usr/bin/env node
/** `npx tcns-check URL|FILE…`: says where a document of the API is wrong (src/cli/check.ts). */
import { argv } from 'node:process';
import { runTool } from './tcns-run.mjs';

await runTool('tcns-check', 'check', argv.slice(2));
