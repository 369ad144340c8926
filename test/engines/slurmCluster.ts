/** A real Slurm of one node on this machine, with ports and folders of its own, on the loopback alone. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { hostname, userInfo } from 'node:os'
import { join } from 'node:path'
import { freePorts, until } from './needed.ts'

export interface SlurmCluster {
  /** For the environment of whoever asks it: SLURM_CONF. */
  readonly conf: string
  /** Standard output of one of its commands. */
  readonly ask: (command: string, ...words: string[]) => string
  /** States of the tasks of a job that are still there, as in `RUNNING`. */
  readonly states: (job: string) => readonly string[]
  readonly stop: () => Promise<void>
}

function confText(folder: string, [ctld, node]: readonly number[]): string {
  const { username } = userInfo()
  const host = hostname()
  return `ClusterName=test
SlurmctldHost=${host}(127.0.0.1)
SlurmUser=${username}
SlurmdUser=${username}
SlurmctldPort=${ctld}
SlurmdPort=${node}
AuthType=auth/none
CredType=cred/none
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
AccountingStorageType=accounting_storage/none
JobAcctGatherType=jobacct_gather/none
MpiDefault=none
CommunicationParameters=NoCtldInAddrAny,NoInAddrAny
SlurmdParameters=config_overrides
SchedulerParameters=batch_sched_delay=0,sched_min_interval=0
ReturnToService=2
KillWait=5
MinJobAge=300
StateSaveLocation=${folder}/state
SlurmdSpoolDir=${folder}/spool
SlurmctldPidFile=${folder}/slurmctld.pid
SlurmdPidFile=${folder}/slurmd.pid
SlurmctldLogFile=${folder}/slurmctld.log
SlurmdLogFile=${folder}/slurmd.log
NodeName=${host} NodeAddr=127.0.0.1 CPUs=4 State=UNKNOWN
PartitionName=main Nodes=ALL Default=YES MaxTime=INFINITE State=UP OverTimeLimit=0
`
}

/** Starts it, and waits until its node takes work. @param folder that goes with it */
export async function startSlurm(folder: string): Promise<SlurmCluster> {
  for (const name of ['state', 'spool']) mkdirSync(join(folder, name), { recursive: true })
  const conf = join(folder, 'slurm.conf')
  writeFileSync(conf, confText(folder, await freePorts(2)))
  const env = { ...process.env, SLURM_CONF: conf }
  const daemons = [
    spawn('slurmctld', ['-D', '-f', conf], { env, stdio: 'ignore' }),
    spawn('slurmd', ['-D', '-f', conf], { env, stdio: 'ignore' }),
  ]
  const ask = (command: string, ...words: string[]): string => {
    const { stdout, stderr, status } = spawnSync(command, words, { env, encoding: 'utf8' })
    if (status !== 0) throw new Error(`${command} ${words.join(' ')}: ${stderr}`)
    return stdout
  }
  await until(() => {
    if (daemons.some(({ exitCode }) => exitCode !== null)) {
      const logs = ['slurmctld.log', 'slurmd.log'].map((name) => readFileSync(join(folder, name), 'utf8'))
      throw new Error(`Slurm has not started:\n${logs.join('\n')}`)
    }
    const { stdout } = spawnSync('sinfo', ['-h', '-o', '%T'], { env, encoding: 'utf8' })
    return stdout.trim() === 'idle'
  })
  return {
    conf,
    ask,
    states: (job) =>
      spawnSync('squeue', ['-h', '-r', '-o', '%T', `--jobs=${job}`], { env, encoding: 'utf8' })
        .stdout.split('\n')
        .filter((line) => line !== ''),
    stop: async () => {
      ask('scancel', `--user=${userInfo().username}`)
      await until(() => ask('squeue', '-h') === '')
      // The node first: without its controller it waits for one.
      for (const daemon of daemons.toReversed()) await stopDaemon(daemon)
    },
  }
}

async function stopDaemon(daemon: ChildProcess): Promise<void> {
  if (daemon.exitCode !== null || daemon.signalCode !== null) return
  const ended = new Promise((resolve) => daemon.once('exit', resolve))
  daemon.kill('SIGTERM')
  await ended
}
