/** In the place of the thread that does jobs: it answers with the job's plan, or dies as the plan's name says. */

const { setImmediate } = require('node:timers');
const { parentPort } = require('node:worker_threads');

const ways = {
  'ném lỗi': () => {
    throw new Error('hỏng giữa chừng');
  },
  'kết thúc': () => process.exit(3),
  'trả lời rồi kết thúc': ({ facts }) => {
    parentPort.postMessage({ outcome: { value: [], diagnostics: [{ params: { plan: facts.plan } }] } });
    setImmediate(() => process.exit(3));
  },
};

parentPort.on('message', ({ job }) => {
  const way = ways[job.facts.plan];
  if (way) way(job);
  else parentPort.postMessage({ outcome: { value: [], diagnostics: [{ params: { plan: job.facts.plan } }] } });
});
