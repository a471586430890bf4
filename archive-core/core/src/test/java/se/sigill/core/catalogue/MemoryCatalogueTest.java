package se.sigill.core.catalogue;

class MemoryCatalogueTest implements CatalogueContract {
    @Override
    public Catalogue open(Archive archive) {
        return new MemoryCatalogue(archive);
    }
}
