import { parentPort, workerData } from 'node:worker_threads'
import { inspectDamage, repairBoardFile } from '../repair'
import type { RepairCall } from './askRepair'

const { name, path, passphrase } = workerData as RepairCall
parentPort?.postMessage((name === 'inspect' ? inspectDamage : repairBoardFile)(path, passphrase))
