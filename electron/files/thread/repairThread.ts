import { parentPort, workerData } from 'node:worker_threads'
import { copySealed } from '../copySealed'
import { inspectDamage, repairBoardFile } from '../repair'
import type { RepairCall } from './askRepair'

function answer(call: RepairCall) {
  if (call.name === 'copySealed') return copySealed(call.path, call.to, call.asId)
  return (call.name === 'inspect' ? inspectDamage : repairBoardFile)(call.path, call.passphrase)
}

parentPort?.postMessage(answer(workerData as RepairCall))
