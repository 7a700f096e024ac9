/** Loaded in front of a command (`--require`): writes what it took into the file that BENCH_MEASURED names. */
const { writeFileSync } = require('node:fs');

const began = performance.now();
process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const measured = {
    wall: performance.now() - began,
    cpu: (userCPUTime + systemCPUTime) / 1000,
    memory: maxRSS / 1024,
  };
  writeFileSync(process.env.BENCH_MEASURED, JSON.stringify(measured));
});
