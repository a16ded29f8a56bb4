import { batch } from './kinds/batch';
import { deploy } from './kinds/deploy';
import { gitClone } from './kinds/gitClone';
import { goTest } from './kinds/goTest';
import { imageBuild } from './kinds/imageBuild';
import { imagePush } from './kinds/imagePush';
import { integrationTest } from './kinds/integrationTest';
import { lint } from './kinds/lint';
import { nodeTest } from './kinds/nodeTest';
import { notify } from './kinds/notify';
import { plain } from './kinds/plain';
import { postgres } from './kinds/postgres';
import { scan } from './kinds/scan';
import { service } from './kinds/service';
import { solve } from './kinds/solve';
import { training } from './kinds/training';
import { LogScript } from './LogScript';

/**
 * What `sim/log` may name. A number after the name says how much there is to tell: `node-test 400` are 400 suites, `plain 20000` as
 * many lines.
 */
export const LOG_KINDS: Readonly<Record<string, LogScript>> = {
  batch,
  deploy,
  docker: imageBuild,
  git: gitClone,
  'go-test': goTest,
  'integration-test': integrationTest,
  lint,
  'node-test': nodeTest,
  notify,
  plain,
  postgres,
  push: imagePush,
  quiet: () => [],
  scan,
  service,
  solve,
  train: training,
};
