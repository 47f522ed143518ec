import type { Action } from './actions.ts';
import { askForBook, handOver, markNumber, openBook, settleLate, takeOver } from './book-actions.ts';
import { resolveOne } from './conflict-actions.ts';
import { act, correct, print, receive, typeDraft } from './desk-actions.ts';
import { attach, takeOff } from './file-actions.ts';
import type { World } from './world.ts';

/** Takes one action; one that finds nothing to act on is nothing. */
export async function takeAction(world: World, action: Action): Promise<void> {
  const device = world.device(action.device);
  switch (action.do) {
    case 'type':
      return typeDraft(world, device, action.choice);
    case 'receive':
      return receive(world, device, action.choice);
    case 'act':
      return act(world, device, action.choice, action.step);
    case 'correct':
      return correct(world, device, action.choice, action.field);
    case 'print':
      return print(world, device, action.choice);
    case 'attach':
      return attach(world, device, action.choice);
    case 'take-off':
      return takeOff(world, device, action.choice);
    case 'open-book':
      return openBook(world, device, action.choice);
    case 'ask-book':
      return askForBook(world, device, action.choice);
    case 'hand-over':
      return handOver(world, device, action.choice);
    case 'take-over':
      return takeOver(world, device, action.choice);
    case 'mark-number':
      return markNumber(world, device, action.choice);
    case 'settle-late':
      return settleLate(world, device, action.choice);
    case 'resolve':
      return resolveOne(world, device, action.choice);
    case 'sync':
      return device.sync();
    case 'retry':
      device.running.core.sync.retry();
      return device.sync();
    case 'line':
      device.line.up = action.up;
      return;
    case 'fault':
      return device.line.strike(action.fault, action.after);
    case 'deliver':
      await device.line.deliverLate();
      return;
    case 'kill':
      return device.kill();
    case 'jump':
      return world.jump(action.device, action.minutes);
    case 'back-up':
      device.store.backup(device.backupFile);
      return world.model.device(action.device).keepCopy();
    case 'restore':
      if (!world.model.device(action.device).hasCopy) return;
      world.model.restore(action.device);
      return device.restore();
    case 'back-up-city':
      return world.backUpCity();
    case 'restore-city':
      return world.restoreCity();
    case 'decide':
      await world.decide(device);
      return;
  }
}
