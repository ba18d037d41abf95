import type { Translation } from '@shared/words/translation'
import type { certificates as EnglishCertificates } from '../en/certificates'

export const certificates: Translation<typeof EnglishCertificates> = {}
