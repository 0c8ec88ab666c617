"""How does a PDF look that holds a few lines of text, and where does it lie? One page, one font, nothing compressed."""

import uuid


def media(path: str, name: str) -> str:
    """Return the path on the assets host of a file of the page at a path."""
    return f"/media/{uuid.uuid5(uuid.NAMESPACE_URL, path + name).hex[:24]}/{name}"


def pdf(*lines: str) -> str:
    """Return a PDF of some lines of ASCII text."""
    shown = " T* ".join(f"({_escaped(line)}) Tj" for line in lines)
    drawn = f"BT /F1 11 Tf 14 TL 60 780 Td {shown} ET"
    font = "/Resources << /Font << /F1 5 0 R >> >>"
    objects = (
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R {font} >>",
        f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )
    body, places = "%PDF-1.4\n", []
    for number, said in enumerate(objects, 1):
        places.append(len(body))
        body += f"{number} 0 obj\n{said}\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = f"trailer << /Size {size} /Root 1 0 R >>\nstartxref\n{len(body)}\n%%EOF\n"
    return f"{body}xref\n0 {size}\n0000000000 65535 f \n{table}{end}"


def _escaped(line: str) -> str:
    plain = line.encode("ascii", "replace").decode()
    return plain.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
