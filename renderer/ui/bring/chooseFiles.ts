export interface ChoosingOptions {
  /** As in the attribute `accept` of a file field. */
  readonly accept: string
  readonly multiple?: boolean
  /** On a phone: opens the camera that looks away from the person. */
  readonly camera?: boolean
}

/** Opens the system's dialog for files; `take` gets what was chosen, if anything. Only while a press is handled. */
export function chooseFiles(
  { accept, multiple = false, camera = false }: ChoosingOptions,
  take: (files: File[]) => void,
) {
  const field = document.createElement('input')
  field.type = 'file'
  field.accept = accept
  field.multiple = multiple
  if (camera) field.setAttribute('capture', 'environment')
  field.hidden = true
  // Safari lets go of a field that is in no document before it has told of the file.
  document.body.append(field)
  field.addEventListener('change', () => {
    take([...(field.files ?? [])])
    field.remove()
  })
  field.addEventListener('cancel', () => field.remove())
  field.click()
}
