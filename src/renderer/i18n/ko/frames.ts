import type { Translation } from '@shared/words/translation'
import type { frames as EnglishFrames } from '../en/frames'

export const frames: Translation<typeof EnglishFrames> = {}
