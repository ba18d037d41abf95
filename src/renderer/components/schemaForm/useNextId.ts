import { useState } from 'react'
import type { NextId } from './draft'

let last = 0
const nextId: NextId = () => {
  last += 1
  return last
}

/** Numbers for the entries of lists, unlike in the whole console. */
export function useNextId(): NextId {
  return useState(() => nextId)[0]
}
