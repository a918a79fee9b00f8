/** How Ruby writes a Float: the shortest digits that read back, plain from 1e-4 to 1e15 (beyond, where there is a fraction), else with an exponent. */

/** `Float#to_s`: `1.0`, `1.0e+20`, `2.5e-05`, `-0.0`, `Infinity`, `NaN`. */
export function formatFloat(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value < 0 ? '-Infinity' : 'Infinity';
  if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0';
  const size = Math.abs(value);
  if (size >= 1e-4 && (size < 1e15 || !Number.isInteger(value))) {
    const text = String(value);
    if (!text.includes('e')) return text.includes('.') ? text : text + '.0';
    return value.toFixed(20).replace(/0+$/, '');
  }
  const [digits = '', exponent = '0'] = value.toExponential().split('e');
  const power = Number(exponent);
  const sign = power < 0 ? '-' : '+';
  return `${digits.includes('.') ? digits : digits + '.0'}e${sign}${String(Math.abs(power)).padStart(2, '0')}`;
}
