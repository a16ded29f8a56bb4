import { LogScript } from './LogScript';
import { batch } from './kinds/batch';
import { deploy } from './kinds/deploy';
import { gitClone } from './kinds/gitClone';
import { imageBuild } from './kinds/imageBuild';
import { imagePush } from './kinds/imagePush';
import { plain } from './kinds/plain';
import { scan } from './kinds/scan';
import { service } from './kinds/service';
import { tests } from './kinds/tests';
import { training } from './kinds/training';

/**
 * What `sim/log` may name. A number after the name says how much there is to tell: `tests 400` are 400 suites, `plain 20000` as
 * many lines.
 */
export const LOG_KINDS: Readonly<Record<string, LogScript>> = {
  batch,
  deploy,
  'git-clone': gitClone,
  'image-build': imageBuild,
  'image-push': imagePush,
  plain,
  quiet: () => [],
  scan,
  service,
  tests,
  training,
};
