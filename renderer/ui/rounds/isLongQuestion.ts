/** UTF-16 units; a question up to here is read at a glance from the back row. */
const SHORT = 110

/** Whether a question needs smaller letters on the big screen, so that what stands below it has room. */
export const isLongQuestion = (question: string): boolean => question.length > SHORT
