/** Something Discord's own client would not let this person do, so that the bot never hears of it. */
export class NotOffered extends Error {}
