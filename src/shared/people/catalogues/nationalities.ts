export type Nationality = {
  /** ISO 3166-1 alpha-2; `XX` for a person without a nationality. */
  readonly code: string;
  readonly name: string;
};

const rows = `VN Việt Nam; XX Không quốc tịch;
AF Áp-ga-ni-xtan; EG Ai Cập; AL An-ba-ni; DZ An-giê-ri; AD An-đô-ra; AO Ăng-gô-la; GB Anh; AG An-ti-goa và Bác-bu-đa;
AT Áo; SA A-rập Xê-út; AR Ác-hen-ti-na; AM Ác-mê-ni-a; AZ A-déc-bai-gian; IN Ấn Độ; BH Ba-ranh; BB Bác-ba-đốt;
BS Ba-ha-mát; PL Ba Lan; BD Băng-la-đét; BY Bê-la-rút; BZ Bê-li-xê; BJ Bê-nanh; BE Bỉ; CI Bờ Biển Ngà; BO Bô-li-vi-a;
BA Bô-xni-a Héc-dê-gô-vi-na; BW Bốt-xoa-na; PT Bồ Đào Nha; BR Bra-xin; BN Bru-nây; BG Bun-ga-ri; BF Buốc-ki-na Pha-xô;
BI Bu-run-đi; BT Bu-tan; AE Các Tiểu vương quốc A-rập Thống nhất; CM Ca-mơ-run; KH Cam-pu-chia; CA Ca-na-đa;
CV Cáp-ve; KZ Ca-dắc-xtan; QA Ca-ta; CL Chi-lê; CO Cô-lôm-bi-a; KM Cô-mo; CG Công-gô; CD Cộng hòa Dân chủ Công-gô;
CR Cốt-xta Ri-ca; HR Crô-a-ti-a; CU Cu-ba; KW Cô-oét; KG Cư-rơ-gư-xtan; DJ Gi-bu-ti; DM Đô-mi-ni-ca;
DO Cộng hòa Đô-mi-ni-ca; DK Đan Mạch; DE Đức; TW Đài Loan (Trung Quốc); TL Đông Ti-mo; EC Ê-cu-a-đo; ER Ê-ri-tơ-ri-a;
SV En Xan-va-đo; EE E-xtô-ni-a; SZ Ê-xoa-ti-ni; ET Ê-ti-ô-pi-a; FJ Phi-gi; PH Phi-líp-pin; FI Phần Lan; FR Pháp;
GA Ga-bông; GM Găm-bi-a; GH Ga-na; GE Gru-di-a; JM Gia-mai-ca; JO Gioóc-đa-ni; GD Grê-na-đa; GT Goa-tê-ma-la;
GN Ghi-nê; GW Ghi-nê Bít-xao; GQ Ghi-nê Xích đạo; GY Gai-a-na; HT Ha-i-ti; NL Hà Lan; KR Hàn Quốc; US Hoa Kỳ;
HN Hôn-đu-rát; HK Hồng Kông (Trung Quốc); HU Hung-ga-ri; GR Hy Lạp; IS Ai-xơ-len; ID In-đô-nê-xi-a; IR I-ran; IQ I-rắc;
IE Ai-len; IL I-xra-en; IT I-ta-li-a; KE Kê-ni-a; KI Ki-ri-ba-ti; XK Cô-xô-vô; LA Lào; LV Lát-vi-a; LS Lê-xô-thô;
LB Li-băng; LR Li-bê-ri-a; LY Li-bi; LI Lích-ten-xtanh; LT Lít-va; LU Lúc-xăm-bua; MO Ma Cao (Trung Quốc);
MG Ma-đa-gát-xca; MY Ma-lai-xi-a; MW Ma-la-uy; MV Man-đi-vơ; ML Ma-li; MT Man-ta; MA Ma-rốc; MH Mác-san;
MR Mô-ri-ta-ni; MU Mô-ri-xơ; MX Mê-hi-cô; MM Mi-an-ma; FM Mi-crô-nê-xi-a; MD Môn-đô-va; MC Mô-na-cô; MN Mông Cổ;
ME Môn-tê-nê-grô; MZ Mô-dăm-bích; ZA Nam Phi; SS Nam Xu-đăng; NA Na-mi-bi-a; NR Na-u-ru; NP Nê-pan; NZ Niu Di-lân;
NI Ni-ca-ra-goa; NE Ni-giê; NG Ni-giê-ri-a; NO Na Uy; RU Liên bang Nga; JP Nhật Bản; OM Ô-man; AU Ô-xtơ-rây-li-a;
PK Pa-ki-xtan; PW Pa-lau; PS Pa-le-xtin; PA Pa-na-ma; PG Pa-pua Niu Ghi-nê; PY Pa-ra-goay; PE Pê-ru;
RO Ru-ma-ni; RW Ru-an-đa; CZ Séc; TD Sát; SG Xin-ga-po; CY Síp; SK Xlô-va-ki-a; SI Xlô-ve-ni-a; SB Quần đảo Xô-lô-môn;
SO Xô-ma-li; LK Xri Lan-ca; SD Xu-đăng; SR Xu-ri-nam; SY Xi-ri; KN Xanh Kít và Nê-vít; LC Xan-ta Lu-xi-a;
VC Xanh Vin-xen và Grê-na-đin; WS Xa-moa; SM Xan Ma-ri-nô; ST Xao Tô-mê và Prin-xi-pê; RS Xéc-bi-a; SN Xê-nê-gan;
SC Xây-sen; SL Xi-ê-ra Lê-ôn; TJ Tát-gi-ki-xtan; TZ Tan-da-ni-a; ES Tây Ban Nha; TH Thái Lan; TR Thổ Nhĩ Kỳ;
SE Thụy Điển; CH Thụy Sĩ; TG Tô-gô; TO Tông-ga; TT Tơ-ri-ni-đát và Tô-ba-gô; KP Triều Tiên; CF Cộng hòa Trung Phi;
CN Trung Quốc; TN Tuy-ni-di; TM Tuốc-mê-ni-xtan; TV Tu-va-lu; UA U-crai-na; UG U-gan-đa; UY U-ru-goay;
UZ U-dơ-bê-ki-xtan; VU Va-nu-a-tu; VA Va-ti-căng; VE Vê-nê-xu-ê-la; YE Y-ê-men; ZM Dăm-bi-a; ZW Dim-ba-bu-ê;
MK Bắc Ma-xê-đô-ni-a`;

/** Việt Nam first, then none, then the countries and territories in Vietnamese. Free text is allowed beside it. */
export const nationalities: readonly Nationality[] = rows
  .split(/;\s*/)
  .map((row) => ({ code: row.slice(0, 2), name: row.slice(3) }));
