/** Puts `around` in the place of a function of `target`; it gets the real call, ready to be made. */
export function wrap(
  target: object,
  name: string,
  around: (call: () => unknown, args: readonly unknown[], self: unknown) => unknown,
): void {
  const real: unknown = Reflect.get(target, name)
  if (typeof real !== 'function') throw new Error(`there is no function ${name} to put something around`)
  Reflect.set(target, name, function (this: unknown, ...args: unknown[]) {
    return around(() => Reflect.apply(real, this, args), args, this)
  })
}
