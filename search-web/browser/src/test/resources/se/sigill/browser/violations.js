// What axe-core finds wrong with the page as it looks now, one line for each element. WCAG 2.2 asks for the size of what
// is pressed; axe-core looks at that only when told to.
async () => {
  const found = await axe.run(document, {
    resultTypes: ['violations'], preload: false, rules: { 'target-size': { enabled: true } } });
  return found.violations.flatMap(rule => rule.nodes.map(node =>
    `${rule.id} (${rule.impact}) at ${node.target.join(' ')}: ${node.html.slice(0, 200)} `
      + node.failureSummary.replace(/\s+/g, ' ')));
}
