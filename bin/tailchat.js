#!/usr/bin/env node

// Node 22 and later keep what they have compiled.
process.getBuiltinModule?.('module').enableCompileCache?.();
await import('../dist/cli.js');
