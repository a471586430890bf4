package se.sigill.engines.tika;

import java.util.List;

/** What the beginning of a file must be for a media type. */
interface MagicRule {
    boolean matches(MagicHead head);

    /** How much of a file it is about, as Tika counts: the larger of two rules that match is the better. */
    int size();

    /** At least so many of these. */
    record Some(int least, List<MagicRule> rules) implements MagicRule {
        @Override
        public boolean matches(MagicHead head) {
            int found = 0;
            for (MagicRule rule : rules) {
                found += rule.matches(head) ? 1 : 0;
                if (found >= least) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public int size() {
            return rules.stream().mapToInt(MagicRule::size).max().orElse(0);
        }
    }

    /** The first, and the second. */
    record Both(MagicRule first, MagicRule second) implements MagicRule {
        @Override
        public boolean matches(MagicHead head) {
            return first.matches(head) && second.matches(head);
        }

        @Override
        public int size() {
            return first.size() + second.size();
        }
    }
}
