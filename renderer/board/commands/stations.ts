import { goToStation, stationBeside } from '../stations'
import type { Command, CommandBench } from './command'

const go = (steps: 1 | -1) => (bench: CommandBench) => {
  const next = stationBeside(bench, steps)
  if (next) goToStation(bench, next.id)
}

/** Going through the named views of the wall. */
export const STATIONS: readonly Command[] = [
  {
    id: 'nextStation',
    group: 'view',
    // The keys of a clicker.
    keys: ['PageDown'],
    reach: 'board',
    isPossible: (bench) => stationBeside(bench, 1) !== undefined,
    run: go(1),
  },
  {
    id: 'previousStation',
    group: 'view',
    keys: ['PageUp'],
    reach: 'board',
    isPossible: (bench) => stationBeside(bench, -1) !== undefined,
    run: go(-1),
  },
  {
    id: 'stations',
    group: 'view',
    menu: ['wall'],
    isPossible: ({ canWrite, records }) => canWrite.get() || records.all('stations').length > 0,
    run: ({ overlay }) => overlay.set('stations'),
  },
]
