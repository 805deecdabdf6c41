/**
 * What one peer may take of the server. What an office may have to change stands in the settings (`network`); these are
 * the same everywhere.
 */

/** Headers of a handshake have to be there within this time, and TLS has to be agreed, ms. */
export const headersWithinMs = 5000;
/** A whole request has to be there within this time, ms. */
export const requestWithinMs = 10_000;
/** How often slow handshakes are looked for, ms. */
export const lookAtHandshakesMs = 1000;
export const maxHeaderBytes = 8192;

/** A peer that is told to go has this long to say goodbye, ms. */
export const goodbyeWithinMs = 2000;

/** From the handshake to `hello`, ms. */
export const helloWithinMs = 5000;

/** Stations send less than a kilobyte; one more entry of a check-in's list never makes 16. */
export const maxFrameBytes = 16 * 1024;
/** Stations send each message in one piece. */
export const maxFragments = 16;
/** Pieces of the stream that may wait for the rest of a frame. */
export const maxBufferedChunks = 64;

/** Bytes that a receiver may be behind before it is dropped; it comes back and resumes. */
export const backlogBytes = 256 * 1024;

/**
 * Large answers, such as the day's state or a year of figures, that a receiver may have outstanding: what it asks for
 * without reading takes no more memory than these.
 */
export const statesAllowed = 4;

/** Beats without a sign of life after which a peer counts as gone; a busy one may miss some. */
export const silentBeatsAllowed = 4;

/**
 * Messages that a connection may send at once before it is slowed down to the rate of the settings. A station sends a
 * few a minute, one that comes back after a cut what it could not send meanwhile.
 */
export const messageBurst = 2000;
/** Who owes more time than this does nothing but flood, and is dropped, ms. */
export const slowedAtMostMs = 10_000;
/** What a query of figures or a change of a setting counts as, in messages: it reads or writes files, and computes. */
export const queryCost = 20;

/** An address may make all its connections at once, and then within this time as many again, ms. */
export const connectionsAgainMs = 10_000;

/** Lines of one kind that the log takes at once, and then within this time one more; the rest is only counted. */
export const refusalsLogged = 20;
export const refusalEveryMs = 5000;
