import { AppError } from '@shared/errors'
import type { CommandFiles } from '../commands/files'
import type { Files } from './files'

/** The site's own files as commands need them. */
export function commandFiles(files: Files): CommandFiles {
  return {
    firmware(firmwareId) {
      try {
        const { kind, signature, signingCertificate } = files.get(firmwareId)
        return kind === 'firmware' ? { signature, signingCertificate } : undefined
      } catch (error) {
        if (error instanceof AppError && error.code === 'UNKNOWN_FILE') return undefined
        throw error
      }
    },
    async uploadLink({ stationId, log, requestId }) {
      return (await files.ticketForUpload({ stationId, kind: log, requestId })).url
    },
    async downloadLink({ stationId, firmwareId, requestId, fetchAt }) {
      return (await files.ticketForDownload({ stationId, firmwareId, requestId, fetchAt })).url
    },
  }
}
