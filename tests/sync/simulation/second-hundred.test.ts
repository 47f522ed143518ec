import { playSeeds } from './play-seeds.ts';

playSeeds(101, 200);
