package org.onewindow.document;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.ToBeSigned;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore.PrivateKeyEntry;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Signs PDFs with a department's key (PAdES baseline B, ETSI EN 319 142): a changed byte breaks the signature. */
@Component
class PdfSignature {

    /** Bytes of a signature without its certificates. What is left for it in a file is twice as long, and stays. */
    private static final int ROOM = 2048;

    private final SealKeys keys;
    private final PAdESService service = new PAdESService(new CommonCertificateVerifier());

    PdfSignature(SealKeys keys) {
        this.keys = keys;
        service.setPdfObjFactory(new PdfBoxNativeObjectFactory());
    }

    /** @param organ the department's name, shown by readers beside the signature */
    byte[] sign(byte[] pdf, String organId, String organ, Instant at) {
        var entry = keys.entry(organId);
        var parameters = parameters(entry, organ, at);
        var document = new InMemoryDocument(pdf);
        try {
            var signed = service.signDocument(
                    document, parameters, signature(entry, service.getDataToSign(document, parameters)));
            var out = new ByteArrayOutputStream();
            signed.writeTo(out);
            return out.toByteArray();
        } catch (DSSException | GeneralSecurityException | IOException e) {
            throw new CannotBeMade("文书不能用“" + organ + "”的印章密钥签名，请核对密钥和证书", e);
        }
    }

    private static PAdESSignatureParameters parameters(PrivateKeyEntry entry, String organ, Instant at) {
        var parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_B);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setSigningCertificate(new CertificateToken((X509Certificate) entry.getCertificate()));
        parameters.setCertificateChain(Stream.of(entry.getCertificateChain())
                .map(certificate -> new CertificateToken((X509Certificate) certificate))
                .toList());
        parameters.setContentSize(ROOM + lengthOf(entry.getCertificateChain()));
        parameters.setSignerName(organ);
        parameters.setReason("电子印章");
        parameters.bLevel().setSigningDate(Date.from(at));
        return parameters;
    }

    private static int lengthOf(Certificate[] chain) {
        try {
            int length = 0;
            for (var certificate : chain) {
                length += certificate.getEncoded().length;
            }
            return length;
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SignatureValue signature(PrivateKeyEntry entry, ToBeSigned data) throws GeneralSecurityException {
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(entry.getPrivateKey());
        signature.update(data.getBytes());
        return new SignatureValue(SignatureAlgorithm.RSA_SHA256, signature.sign());
    }
}
