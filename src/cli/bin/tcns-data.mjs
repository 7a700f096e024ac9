#!/usr/bin/env node
/** `npx tcns-data init|build|diff|match`: from a spreadsheet to the files of the API (src/cli/data.ts). */
import { argv } from 'node:process';
import { runTool } from './tcns-run.mjs';

await runTool('tcns-data', 'data', argv.slice(2));
