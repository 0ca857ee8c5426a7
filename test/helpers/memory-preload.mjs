// Loaded with `node --import`: writes the most memory that the process ever had, in kilobytes, into the
// file named in TEST_MEMORY_FILE.
import { writeFileSync } from 'node:fs';

process.on('exit', () => {
  const file = process.env.TEST_MEMORY_FILE;
  if (file) writeFileSync(file, String(process.resourceUsage().maxRSS));
});
