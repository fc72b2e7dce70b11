// Preloaded into the indexing child and what it starts (NODE_OPTIONS): each process writes what it used when it ends.
const { writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { isMainThread } = require('node:worker_threads');

const directory = process.env.JIANGGAO_BENCH_USAGE;
if (isMainThread && directory !== undefined) {
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    const usage = { cpuMs: (userCPUTime + systemCPUTime) / 1000, peakRssBytes: maxRSS * 1024 };
    writeFileSync(join(directory, `${process.pid}.json`), JSON.stringify(usage));
  });
}
