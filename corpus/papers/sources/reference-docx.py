"""Writes a reference document for pandoc: its default one plus a running head and a page number in the foot.

Usage: reference-docx.py OUT.docx PAPER.md   (the head is taken from the line "running-head:" of the paper)
"""
import io
import re
import subprocess
import sys
import zipfile

out, paper = sys.argv[1:3]
head = re.search(r'^running-head: "(.*)"$', open(paper, encoding="utf-8").read(), re.M).group(1)
default = subprocess.run(["pandoc", "--print-default-data-file", "reference.docx"], check=True, capture_output=True).stdout
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEADER = f'<w:hdr {W}><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr><w:r><w:t>{head}</w:t></w:r></w:p></w:hdr>'
FOOTER = (f'<w:ftr {W}><w:p><w:pPr><w:pStyle w:val="Footer"/><w:jc w:val="center"/></w:pPr>'
          '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
          '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:ftr>')
SECTION = ('<w:sectPr><w:headerReference w:type="default" r:id="rIdHead"/><w:footerReference w:type="default" r:id="rIdFoot"/>'
           '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1418" w:bottom="1418" w:left="1418" '
           'w:header="709" w:footer="709" w:gutter="0"/></w:sectPr>')
XML = '<?xml version="1.0" encoding="UTF-8"?>\n'


def add(archive, name, data):
    """With a fixed date, so that the same source gives the same bytes."""
    archive.writestr(zipfile.ZipInfo(name, (2025, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)


with zipfile.ZipFile(io.BytesIO(default)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
    for name in old.namelist():
        data = old.read(name)
        if name == "word/document.xml":
            text = data.decode("utf-8")
            text = re.sub(r"<w:sectPr\s*/>|<w:sectPr[ >].*?</w:sectPr>", SECTION, text, flags=re.S)
            assert SECTION in text
            data = text.encode("utf-8")
        elif name == "word/_rels/document.xml.rels":
            data = data.replace(b"</Relationships>", (
                f'<Relationship Id="rIdHead" Type="{R}/header" Target="header1.xml"/>'
                f'<Relationship Id="rIdFoot" Type="{R}/footer" Target="footer1.xml"/></Relationships>').encode())
        elif name == "[Content_Types].xml":
            part = "application/vnd.openxmlformats-officedocument.wordprocessingml"
            data = data.replace(b"</Types>", (
                f'<Override PartName="/word/header1.xml" ContentType="{part}.header+xml"/>'
                f'<Override PartName="/word/footer1.xml" ContentType="{part}.footer+xml"/></Types>').encode())
        add(new, name, data)
    add(new, "word/header1.xml", XML + HEADER)
    add(new, "word/footer1.xml", XML + FOOTER)
