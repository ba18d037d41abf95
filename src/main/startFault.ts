import { AppError, reasonOf } from '@shared/errors'
import { unwritable } from './unwritable'

/**
 * What a failed start is called: a fault as it stands; a refused write in the data folder (where it is known)
 * DATA_FOLDER_UNWRITABLE; anything else START_FAILED with its reason. Never INTERNAL, which says that the server runs on.
 */
export function startFault(error: unknown, dataFolder?: string): AppError {
  if (error instanceof AppError) return error
  const refused = dataFolder === undefined ? null : unwritable(dataFolder, error)
  return refused ?? new AppError('START_FAILED', { reason: reasonOf(error) }, { cause: error })
}
