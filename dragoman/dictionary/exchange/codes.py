"""Codes of countries, regions and roles in other systems, and what they are here."""

from __future__ import annotations

from collections.abc import Container, Mapping

from dragoman.dictionary.entries import SECTORS

_ISO2 = """
ADAND AEARE AFAFG AGATG AIAIA ALALB AMARM AOAGO AQATA ARARG ASASM ATAUT AUAUS AWABW AXALA AZAZE BABIH BBBRB BDBGD BEBEL
BFBFA BGBGR BHBHR BIBDI BJBEN BLBLM BMBMU BNBRN BOBOL BQBES BRBRA BSBHS BTBTN BVBVT BWBWA BYBLR BZBLZ CACAN CCCCK CDCOD
CFCAF CGCOG CHCHE CICIV CKCOK CLCHL CMCMR CNCHN COCOL CRCRI CUCUB CVCPV CWCUW CXCXR CYCYP CZCZE DEDEU DJDJI DKDNK DMDMA
DODOM DZDZA ECECU EEEST EGEGY EHESH ERERI ESESP ETETH FIFIN FJFJI FKFLK FMFSM FOFRO FRFRA GAGAB GBGBR GDGRD GEGEO GFGUF
GGGGY GHGHA GIGIB GLGRL GMGMB GNGIN GPGLP GQGNQ GRGRC GSSGS GTGTM GUGUM GWGNB GYGUY HKHKG HMHMD HNHND HRHRV HTHTI HUHUN
IDIDN IEIRL ILISR IMIMN ININD IOIOT IQIRQ IRIRN ISISL ITITA JEJEY JMJAM JOJOR JPJPN KEKEN KGKGZ KHKHM KIKIR KMCOM KNKNA
KPPRK KRKOR KWKWT KYCYM KZKAZ LALAO LBLBN LCLCA LILIE LKLKA LRLBR LSLSO LTLTU LULUX LVLVA LYLBY MAMAR MCMCO MDMDA MEMNE
MFMAF MGMDG MHMHL MKMKD MLMLI MMMMR MNMNG MOMAC MPMNP MQMTQ MRMRT MSMSR MTMLT MUMUS MVMDV MWMWI MXMEX MYMYS MZMOZ NANAM
NCNCL NENER NFNFK NGNGA NINIC NLNLD NONOR NPNPL NRNRU NUNIU NZNZL OMOMN PAPAN PEPER PFPYF PGPNG PHPHL PKPAK PLPOL PMSPM
PNPCN PRPRI PSPSE PTPRT PWPLW PYPRY QAQAT REREU ROROU RSSRB RURUS RWRWA SASAU SBSLB SCSYC SDSDN SESWE SGSGP SHSHN SISVN
SJSJM SKSVK SLSLE SMSMR SNSEN SOSOM SRSUR SSSSD STSTP SVSLV SXSXM SYSYR SZSWZ TCTCA TDTCD TFATF TGTGO THTHA TJTJK TKTKL
TLTLS TMTKM TNTUN TOTON TRTUR TTTTO TVTUV TWTWN TZTZA UAUKR UGUGA UMUMI USUSA UYURY UZUZB VAVAT VCVCT VEVEN VGVGB VIVIR
VNVNM VUVUT WFWLF WSWSM YEYEM YTMYT ZAZAF ZMZMB ZWZWE XKXKX UKGBR ELGRC
"""
# CAMEO, older ISO, Correlates of War and World Bank codes that differ from ISO 3166 and cannot be mistaken for it.
_OTHER = """
ROMROU TMPTLS ZARCOD PALPSE GZAPSE KSVXKX KOSXKX FRNFRA JAPJPN GMYDEU DDRDEU FRGDEU GFRDEU GDRDEU BRDDEU USRRUS SUNRUS
URSRUS YUGSRB FRYSRB SCGSRB SRPBIH CSKCZE CZRCZE BURMMR MYAMMR UKGGBR IREIRL NTHNLD SPNESP PORPRT CROHRV BOSBIH BULBGR
MLDMDA LITLTU LATLVA GRGGEO SWDSWE DENDNK ICEISL CAPCPV MAAMRT NIRNER CDICIV GUIGIN BFOBFA SIESLE TOGTGO CAOCMR NIGNGA
CENCAF CHATCD CONCOG DRCCOD TAZTZA BUIBDI ANGAGO MZMMOZ ZAMZMB ZIMZWE MAWMWI LESLSO BOTBWA MAGMDG SEYSYC MORMAR ALGDZA
LIBLBY SUDSDN LEBLBN KUWKWT UAEARE OMAOMN TAJTJK KYRKGZ KZKKAZ TAWTWN ROKKOR BHUBTN BNGBGD SRILKA THITHA CAMKHM
DRVVNM RVNVNM MALMYS SINSGP BRUBRN PHIPHL ETMTLS AULAUS NEWNZL VANVUT SOLSLB HAIHTI TRITTO BARBRB GRNGRD SLULCA SVGVCT
AABATG SKNKNA GUAGTM HONHND SALSLV COSCRI PARPRY URUURY
"""


def _pairs(listed: str, width: int) -> dict[str, str]:
    return {pair[:width]: pair[width:] for pair in listed.split()}


_ALPHA2: Mapping[str, str] = _pairs(_ISO2, 2) | {"SU": "RUS", "DD": "DEU", "YU": "SRB", "CS": "CZE", "TP": "TLS"}
_ALPHA3: Mapping[str, str] = _pairs(_OTHER, 3)
# Four letters for states that are gone, as FollowTheMoney writes them.
_ALPHA4: Mapping[str, str] = {"SUHH": "RUS", "DDDE": "DEU", "YUCS": "SRB", "CSXX": "SRB", "CSHH": "CZE", "ZRCD": "COD"}
#: Unions whose codes stand before that of the member that is meant.
UNIONS = frozenset(("USR", "SUN", "YUG", "FRY", "SCG", "CSK"))

#: Regions and other first parts of a CAMEO code that name no country.
REGIONS = frozenset(
    (
        "AFR", "ASA", "BLK", "CAR", "CRB", "CAU", "CFR", "CAS", "CEU", "EIN", "EAF", "EEU", "EUR", "LAM", "MEA", "MDT",
        "MDE", "NAF", "NMR", "PGS", "SCN", "SAM", "SAS", "SEA", "SAF", "WAF", "WEU", "WST",
    )
)  # fmt: skip
#: Peoples and religions in CAMEO codes: they say who, but not in which role.
PEOPLES = frozenset(
    (
        "ARB", "KUR", "TAM", "UIG", "KAS", "TIB", "CHR", "CTH", "PRO", "DOX", "MOS", "MUS", "SHI", "HIN", "BUD",
        "SIK", "JEW", "BAH", "TAO", "SUN", "CNY",
    )
)  # fmt: skip
#: First parts of a CAMEO code that say what sort of actor it is, with its sector.
SORTS: Mapping[str, str] = {
    "IGO": "IGO", "NGO": "NGO", "NGM": "NGO", "MNC": "BUS", "IMG": "REB", "INT": "", "UIS": "UNK",
}  # fmt: skip
#: CAMEO roles and their PLOVER sectors.  Rights groups are civil society; radicals need not bear arms.
ROLES: Mapping[str, str] = {
    **dict(zip(SECTORS, SECTORS, strict=True)),
    "INS": "REB", "SEP": "REB", "UAF": "REB", "IMG": "REB", "RAD": "OPP", "MOD": "OPP", "NGM": "NGO", "MNC": "BUS",
    "MED": "JRN", "HLH": "MED", "AGR": "BUS", "ENV": "CVL", "HRI": "CVL", "DEV": "CVL", "STU": "EDU", "SET": "CVL",
    "UNR": "UNK",
}  # fmt: skip
ELITE = "ELI"
"""CAMEO's role of those who hold no office at the time."""

#: Organisations of states that a CAMEO code may end with, and their ids in the packaged dictionary.
BODIES: Mapping[str, str] = {
    "UNO": "org.un", "NAT": "org.nato", "EEC": "org.eu", "AFU": "org.au", "AUN": "org.au", "OAU": "org.oau",
    "ARL": "org.arab_league", "ASN": "org.asean", "OAS": "org.oas", "OIC": "org.oic", "GCC": "org.gcc",
    "OPC": "org.opec", "IMF": "org.imf", "WBK": "org.world_bank", "WTO": "org.wto", "WHO": "org.who",
    "IAE": "org.iaea", "ICC": "org.icc", "ICJ": "org.icj", "HCR": "org.unhcr", "HCH": "org.ohchr", "FAO": "org.fao",
    "ILO": "org.ilo", "WFP": "org.wfp", "SCE": "org.osce", "COE": "org.council_of_europe", "CIS": "org.cis",
    "SCO": "org.sco", "SAA": "org.saarc", "SAD": "org.sadc", "EBR": "org.ebrd", "AFB": "org.afdb", "AMU":
    "org.arab_maghreb_union", "EFT": "org.efta", "APE": "org.apec", "EAC": "org.eac",
}  # fmt: skip


def country_of(code: str, known: Container[str]) -> str | None:
    """Return the ISO 3166 alpha-3 of a country code in one of several systems, or None when it is none of `known`."""
    plain = code.strip().upper()
    if plain in known:
        return plain
    region = plain.partition("-")[0]  # such as GB-SCT
    found = _ALPHA3.get(plain) or _ALPHA4.get(plain) or _ALPHA2.get(region)
    return found if found in known else None
