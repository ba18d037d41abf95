import { createContext } from 'react'

/** The time zone in which times are written, by its IANA name; undefined: that of whoever looks. */
export const TimeZoneContext = createContext<string | undefined>(undefined)
