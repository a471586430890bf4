package se.sigill.formats;

/** Makes a rendition that lasts. */
public interface Normaliser {

    /**
     * Makes one rendition as the order's rule says. Waits for the answer.
     *
     * <p>On success one new file lies in the order's folder, validated; on any other outcome nothing is left there.
     *
     * @return never fails: what hinders it is a finding of the outcome
     */
    Normalisation normalise(NormaliseOrder order);
}
