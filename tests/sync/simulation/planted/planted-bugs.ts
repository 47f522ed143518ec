import { codeBugs } from './code-bugs.ts';
import { custodyBugs } from './custody-bugs.ts';
import { fileBugs } from './file-bugs.ts';
import type { PlantedBugs } from './plant.ts';
import { restoreBugs } from './restore-bugs.ts';
import { syncBugs } from './sync-bugs.ts';

/** For each kind of action and each check at least one fault: that is how we know that a check can fail. */
export const plantedBugs: PlantedBugs = {
  ...syncBugs,
  ...custodyBugs,
  ...codeBugs,
  ...fileBugs,
  ...restoreBugs,
};
