/** `a=b; c=d` or one a line, as an admin types it in a design property: pairs in order; what isn't a pair is left out. */
export function settings(text: string | undefined): readonly (readonly [string, string])[] {
  return (text ?? '').split(/[;\n]/).flatMap((entry) => {
    const [name, value, ...more] = entry.split('=').map((part) => part.trim());
    return name === '' || name === undefined || value === undefined || more.length > 0
      ? []
      : [[name, value] as const];
  });
}
