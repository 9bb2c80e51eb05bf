// Prints the page as it stands.
export function PrintButton() {
  return (
    <button type="button" className="kc-button kc-no-print" onClick={() => window.print()}>
      打印
    </button>
  );
}
