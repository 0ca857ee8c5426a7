#!/usr/bin/env node
import { processContext } from '../dist/context.js';
import { main } from '../dist/main.js';

const context = processContext();
process.exitCode = await main(context);
