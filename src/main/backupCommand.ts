import { tmpdir } from 'node:os'
import { AppError, fillSentence } from '@shared/errors'
import { LANGUAGES } from '@shared/words/languages'
import type { Speech } from '@shared/words/speech'
import { askSecret } from './askSecret'
import { type DrillResult, drillBackup } from './backup/drill'
import { readBackupFile } from './backup/readFile'
import { requireNoSite, restoreBackup } from './backup/restore'
import type { SystemCipher } from './ca/keystore/systemKeyStore'
import { chooseKeyStore, givenPassphrase } from './chooseKeyStore'
import { type Home, moveIn } from './home'
import type { Options } from './options'
import { phrase } from './phrase'
import { startFault } from './startFault'
import { lockFolder } from './store/lock'

export interface BackupCommand {
  readonly options: Options
  readonly backup: NonNullable<Options['backup']>
  /** The data folder, when the host had to make it before; else a restore makes it here. */
  readonly home?: Home
  readonly systemCipher: SystemCipher | null
  /** In which language it is said what came of it. */
  readonly speech: Speech
  /** Asks a person for the passphrase; null when nobody answers. */
  readonly ask?: (question: string) => Promise<string | null>
}

/**
 * Does what the command line asks to be done with a backup instead of running a site. @returns what is to be printed
 * @throws AppError of the backup, the restore or the data folder, each with what to do; nothing is changed then
 */
export async function runBackupCommand(command: BackupCommand): Promise<string> {
  const { options, backup, speech } = command
  const words = speech.words.backup
  try {
    const result = backup.kind === 'restore' ? await restore(command) : await check(command)
    if (options.json) return JSON.stringify({ [backup.kind === 'restore' ? 'restored' : 'opens']: true, ...result })
    const sentence = backup.kind === 'restore' ? words.restored : words.opens
    const at = new Date(result.createdAt).toLocaleString(localeOf(speech), { dateStyle: 'long', timeStyle: 'short' })
    return fillSentence(sentence, { site: result.siteName, at, folder: options.dataFolder, ...result.counts })
  } catch (error) {
    throw startFault(error, options.dataFolder)
  }
}

/** Dates in English are written as most of Europe writes them, the day first. */
const localeOf = ({ language }: Speech) => (language === 'en' ? 'en-GB' : LANGUAGES[language].tag)

async function restore(command: BackupCommand): Promise<DrillResult> {
  const { options, backup, systemCipher } = command
  const { folder } = command.home ?? moveIn(options)
  const lock = lockFolder(folder)
  try {
    // Before anybody is asked for a passphrase.
    requireNoSite(folder)
    const keyStore = chooseKeyStore(folder, options.passphrase, systemCipher)
    const passphrase = await passphraseOf(command)
    return await restoreBackup({ bytes: readBackupFile(backup.file), passphrase, dataFolder: folder, keyStore })
  } finally {
    lock.release()
  }
}

/** In the system's folder for temporary files: the data folder may be in use, or not be there at all. */
async function check(command: BackupCommand): Promise<DrillResult> {
  const passphrase = await passphraseOf(command)
  return drillBackup({ bytes: readBackupFile(command.backup.file), passphrase, workParent: tmpdir() })
}

async function passphraseOf({ options, speech, ask = askSecret }: BackupCommand): Promise<string> {
  const option = '--backup-passphrase-file'
  const given = givenPassphrase(options.backupPassphrase, option) ?? (await ask(speech.words.backup.ask))
  if (given === null || given === '') {
    throw new AppError('BAD_OPTION', { option, problem: phrase('options.problem.passphraseMissing') })
  }
  return given
}
