// What axe-core finds wrong with the page as it looks now, one line for each element: by the rules named, or by all if
// none is. WCAG 2.2 asks for the size of what is pressed; axe-core looks at that only when told to.
async rules => {
  const found = await axe.run(document, {
    resultTypes: ['violations'], preload: false, rules: { 'target-size': { enabled: true } },
    ...(rules.length ? { runOnly: { type: 'rule', values: rules } } : {}) });
  return found.violations.flatMap(rule => rule.nodes.map(node =>
    `${rule.id} (${rule.impact}) at ${node.target.join(' ')}: ${node.html.slice(0, 200)} `
      + node.failureSummary.replace(/\s+/g, ' ')));
}
