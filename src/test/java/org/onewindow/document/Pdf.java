package org.onewindow.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.verapdf.core.EncryptedPdfException;
import org.verapdf.core.ModelParsingException;
import org.verapdf.core.ValidationException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.results.TestAssertion;

/** Reads a PDF with other programs than the ones that made it. */
record Pdf(byte[] content) {

    /** The text as a reader would copy it, without white space, which lines and cells break anywhere. */
    String text() {
        try (var document = Loader.loadPDF(content)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Leaves it in target/papers, for people to look at. */
    void keep(String name) {
        try {
            Files.write(Files.createDirectories(Path.of("target/papers")).resolve(name + ".pdf"), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What veraPDF finds wrong with it as the kind of PDF/A that it says it is. */
    List<String> faults() {
        VeraGreenfieldFoundryProvider.initialise();
        try (var parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(content));
                var validator = Foundries.defaultInstance().createValidator(parser.getFlavour(), false)) {
            return validator.validate(parser).getTestAssertions().stream()
                    .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
                    .map(assertion -> assertion.getRuleId() + " " + assertion.getMessage())
                    .toList();
        } catch (IOException | ModelParsingException | EncryptedPdfException | ValidationException e) {
            throw new AssertionError(e);
        }
    }

    String flavour() {
        try (var parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(content))) {
            return parser.getFlavour().getId();
        } catch (IOException | ModelParsingException | EncryptedPdfException e) {
            throw new AssertionError(e);
        }
    }

    /** Whose seal holds for every byte of the file; empty where it does not, or there is none (Bouncy Castle, ISO 32000 12.8). */
    String sealedBy() {
        try (var document = Loader.loadPDF(content)) {
            var signatures = document.getSignatureDictionaries();
            if (signatures.size() != 1) {
                return "";
            }
            var signature = signatures.get(0);
            int[] range = signature.getByteRange();
            boolean isWhole = range[0] == 0 && range[2] + range[3] == content.length;
            var signed = new CMSSignedData(
                    new CMSProcessableByteArray(signature.getSignedContent(content)), signature.getContents(content));
            var signer = signed.getSignerInfos().getSigners().iterator().next();
            @SuppressWarnings("unchecked")
            var certificate = (X509CertificateHolder) signed.getCertificates()
                    .getMatches(signer.getSID())
                    .iterator()
                    .next();
            boolean holds = signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate));
            return isWhole && holds ? signature.getName() : "";
        } catch (CMSException broken) {
            return "";
        } catch (IOException | OperatorCreationException | java.security.cert.CertificateException e) {
            throw new AssertionError(e);
        }
    }
}
