export default () => globalThis.tearDownRun();
