/** The current time in milliseconds since 1970 UTC. A parameter everywhere, so that tests decide what time it is. */
export type Clock = () => number
