import { run } from './cli/run';

run(process.argv.slice(2)).then(code => process.exit(code));
