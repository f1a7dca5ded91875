"""One event as JSON and as a folder, both with everything that a scoresheet can hold."""

from collections.abc import Mapping
from pathlib import Path

WHOLE = """{"schema": "ujikom/scoresheet@1",
 "event": {"id": "malang-2024-03", "date": "2024-03-04", "lot-seed": "17"},
 "positions": [{"id": "kadis-pu", "title": "Kepala", "vacancies": 2, "facts": {"echelon": "II.b"}}],
 "candidates": [{"id": "A01", "person": "P01", "name": "Ani", "facts": {"years": 3.50, "s2": true}},
                {"id": "A02"}],
 "candidacies": [{"id": "A01", "candidate": "A01", "position": "kadis-pu", "room": "1"},
                 {"id": "A02", "candidate": "A02", "position": null}],
 "examiners": [{"id": "E1", "person": "P90", "role": "chair", "kind": "academic",
                "origin": "external", "room": "1", "stages": ["wawancara"]}, {"id": "E2"}],
 "ratings": [
  {"candidacy": "A01", "stage": "wawancara", "criterion": "a.b", "examiner": "E1", "value": "85.50"},
  {"candidacy": "A01", "stage": "wawancara", "criterion": "a.b", "examiner": "E2", "no-mark": "abstained"},
  {"candidate": "A02", "stage": "asesmen", "value": 70, "date": "2023-01-31"}],
 "recusals": [{"examiner": "E2", "candidacy": "A01", "reason": "kinship"}],
 "absences": [{"candidacy": "A02", "stage": null, "note": "sakit"}],
 "advice": [{"candidacy": "A01", "stage": "masukan", "from": "mayor", "text": "baik"}],
 "evidence": [{"id": "surat", "candidacy": null, "given": false, "date": "2024-02-20",
               "reference": "1/2024", "signed-by": ["E1", "E2"]}]}"""

FOLDER = {
    "event.toml": '[event]\nid = "malang-2024-03"\ndate = 2024-03-04\nlot-seed = "17"\n',
    "positions.csv": "id;judul;lowongan;Echelon\nkadis-pu;Kepala;2;II.b\n",
    "candidates.csv": "\ufeffid;orang;nama;years;s2\r\nA01;P01;Ani;3,5;ya\r\n;;;;\r\nA02\r\n\r\n",
    "candidacies.csv": "id,peserta,jabatan,ruang\nA01,A01,kadis-pu,1\nA02,A02,,\n",
    "examiners.csv": "id\torang\tPeran\tjenis\tasal\truang\ttahapan\n"
    "E1\tP90\tKetua\tacademic\teksternal\t1\twawancara\nE2\n",
    "ratings.csv": "peserta,tahapan,kriteria,penguji,nilai,Tidak Menilai,calon,tanggal\n"
    "A01,wawancara,a.b,E1,85.5,,,\nA01,wawancara,a.b,E2,,Abstain,,\n"
    ",asesmen,,,70.0,,A02,2023-01-31\n",
    "recusals.csv": "penguji,peserta,alasan\nE2,A01,kinship\n",
    "absences.csv": "peserta,tahapan,catatan\nA02,,sakit\n",
    "advice.csv": "peserta,tahapan,dari,isi\nA01,masukan,mayor,baik\n",
    "evidence.csv": "dokumen;ada;tanggal;nomor;penandatangan\nsurat;tidak;20/02/2024;1/2024;E1 E2\n",
    ".~lock.ratings.csv#": "Excel",
}


def folder_of(tmp_path: Path, files: Mapping[str, str | bytes]) -> Path:
    for name, content in files.items():
        data = content if isinstance(content, bytes) else content.encode()
        (tmp_path / name).write_bytes(data)
    return tmp_path
