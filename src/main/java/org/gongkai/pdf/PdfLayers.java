package org.gongkai.pdf;

import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentGroup;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;
import org.jspecify.annotations.Nullable;

/** The layers of a document, of which some are switched off. */
final class PdfLayers {

  private final @Nullable PDOptionalContentProperties properties;

  PdfLayers(PDDocument document) {
    this.properties = document.getDocumentCatalog().getOCProperties();
  }

  /** Whether what belongs to a layer is not shown. Layers by expressions count as shown. */
  boolean off(@Nullable COSDictionary layer) {
    return properties != null
        && layer != null
        && COSName.OCG.equals(layer.getCOSName(COSName.TYPE))
        && !properties.isGroupEnabled(new PDOptionalContentGroup(layer));
  }
}
