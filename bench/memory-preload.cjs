// Loaded with `node --require`: writes the most memory that the process ever had, in kilobytes, into the file named in
// TEST_MEMORY_FILE. As an ES module it would load Node's loader for those into a program that needs none.
const { writeFileSync } = require('node:fs');

process.on('exit', () => {
  const file = process.env.TEST_MEMORY_FILE;
  if (file) writeFileSync(file, String(process.resourceUsage().maxRSS));
});
